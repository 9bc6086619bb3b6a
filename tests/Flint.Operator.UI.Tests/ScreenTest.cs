using Flint.Operator.Core.Account;
using Flint.Operator.Core.Practice;
using Flint.Operator.Testing.Practice;
using Flint.Operator.Testing.Sync;
using Flint.Operator.ViewModels;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests;

/// <summary>A renderer over the whole of Core with its fakes: the views are real down to the store.</summary>
public abstract class ScreenTest : UITest
{
    protected ScreenTest(RunMode? mode = null)
    {
        Bench.ForwardTo(Services);
        Services.AddOperatorViewModels();
        Services.AddSingleton<IPracticeRoom>(Room);
        Services.AddSingleton(mode ?? new RunMode(IsPractice: false, KeyIsGiven: false, AddressIsGiven: false, "/data", "0.1.0"));
    }

    protected FakePracticeRoom Room { get; } = new();

    protected SyncBench Bench { get; } = new();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Bench.Dispose();
    }
}
