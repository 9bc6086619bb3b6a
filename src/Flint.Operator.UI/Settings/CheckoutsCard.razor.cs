using System.Globalization;
using Flint.Operator.UI.Controls;
using Flint.Operator.UI.PaymentLinks;
using Flint.Operator.ViewModels.Settings;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Settings;

/// <summary>How long checkouts live, and how long one may wait unsent before it is asked about.</summary>
public sealed partial class CheckoutsCard
{
    // The API takes 60 s to 24 h.
    private static readonly int[] Lives = [5, 10, 15, 30, 60, 120, 720, 1440];
    private static readonly int[] Ages = [10, 15, 30, 60, 240, 1440];

    [Parameter, EditorRequired] public SettingsViewModel ViewModel { get; set; } = default!;

    [Inject] private LinkWords Words { get; set; } = default!;

    // One that is set stays on offer, wherever it came from.
    private IReadOnlyList<FieldOption> Among(int[] minutes, TimeSpan set) =>
        [.. minutes.Select(offered => TimeSpan.FromMinutes(offered)).Append(set).Where(time => time > TimeSpan.Zero).Distinct().Order().Select(time => new FieldOption(Seconds(time), Words.Life(time)))];

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    private static TimeSpan Read(string seconds) => TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
}
