using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Validation;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Settings;

/// <summary>Where the API is, with which key, and how that fares. Leaving an account while something waits for it is asked about first.</summary>
public sealed partial class ConnectionViewModel : ObservableObject, IDisposable
{
    private readonly ISettingsStore _settings;
    private readonly ConnectionOperations _operations;
    private readonly ConnectionMonitor _monitor;
    private readonly ActiveConnection _connection;
    private readonly Ticker _ticker;

    public ConnectionViewModel(ISettingsStore settings, ConnectionOperations operations, ConnectionMonitor monitor, ActiveConnection connection, RunMode mode, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        _settings = settings;
        _operations = operations;
        _monitor = monitor;
        _connection = connection;
        Mode = mode;
        Status = monitor.Status;
        monitor.Changed += OnStatusChanged;

        // When the API was last heard moves without a notice, and its age moves by itself.
        _ticker = new Ticker(time, TimeSpan.FromSeconds(15), ReadStatus);
    }

    public RunMode Mode { get; }

    [ObservableProperty]
    public partial ConnectionStatus Status { get; private set; }

    [ObservableProperty]
    public partial string BaseAddress { get; set; } = "";

    /// <summary>Only ever written: a stored key is never shown again.</summary>
    [ObservableProperty]
    public partial string NewApiKey { get; set; } = "";

    [ObservableProperty]
    public partial IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>Set when the disk refused.</summary>
    [ObservableProperty]
    public partial SaveOutcome? Failure { get; private set; }

    /// <summary>What was done last, to say so.</summary>
    [ObservableProperty]
    public partial ConnectionDeed? Done { get; private set; }

    /// <summary>Set while a change waits for its confirmation.</summary>
    [ObservableProperty]
    public partial Leaving? Leaving { get; private set; }

    /// <summary>What was typed to confirm it.</summary>
    [ObservableProperty]
    public partial string Confirmation { get; set; } = "";

    /// <summary>Something else than the word was typed.</summary>
    [ObservableProperty]
    public partial bool IsWordWrong { get; private set; }

    public bool HasKey => _connection.Current.ApiKey is not null;

    public string ConnectedTo => _connection.Current.ToString();

    public async Task LoadAsync(CancellationToken cancellationToken) => BaseAddress = (await _settings.LoadAsync(cancellationToken)).BaseAddress ?? "";

    public FieldError? ErrorFor(string field) => Errors.FirstOrDefault(error => error.Field == field);

    public void Dispose()
    {
        _ticker.Dispose();
        _monitor.Changed -= OnStatusChanged;
    }

    [RelayCommand]
    private Task SaveAsync(CancellationToken cancellationToken) => SaveAsync(isConfirmed: false, cancellationToken);

    [RelayCommand]
    private Task SignOutAsync(CancellationToken cancellationToken) => SignOutAsync(isConfirmed: false, cancellationToken);

    /// <summary>Leaves all the same, if the word was typed that the screen asks for.</summary>
    [RelayCommand]
    private async Task LeaveAsync(string word, CancellationToken cancellationToken)
    {
        IsWordWrong = !string.Equals(Confirmation.Trim(), word, StringComparison.OrdinalIgnoreCase);
        if (!IsWordWrong && Leaving is { } leaving)
        {
            await (leaving.IsSignOut ? SignOutAsync(isConfirmed: true, cancellationToken) : SaveAsync(isConfirmed: true, cancellationToken));
        }
    }

    /// <summary>Keeps everything as it is.</summary>
    [RelayCommand]
    private async Task StayAsync(CancellationToken cancellationToken)
    {
        NewApiKey = "";
        Ask(null);
        await LoadAsync(cancellationToken);
    }

    private async Task SaveAsync(bool isConfirmed, CancellationToken cancellationToken) =>
        Report(await _operations.SaveAsync(BaseAddress, NewApiKey, isConfirmed, cancellationToken), ConnectionDeed.Saved);

    private async Task SignOutAsync(bool isConfirmed, CancellationToken cancellationToken) =>
        Report(await _operations.SignOutAsync(isConfirmed, cancellationToken), ConnectionDeed.KeyRemoved);

    private void Report(SaveOutcome outcome, ConnectionDeed deed)
    {
        Errors = outcome is SaveOutcome.Invalid invalid ? invalid.Errors : [];
        Failure = outcome is SaveOutcome.NotSaved ? outcome : null;
        Done = outcome is SaveOutcome.Saved ? deed : null;
        Ask(outcome is SaveOutcome.Blocked blocked ? new Leaving(blocked.Waiting, Status.Account?.MerchantId, deed == ConnectionDeed.KeyRemoved) : null);
        if (Done is not null)
        {
            NewApiKey = "";
            OnPropertyChanged(nameof(HasKey));
            OnPropertyChanged(nameof(ConnectedTo));
        }
    }

    private void Ask(Leaving? leaving)
    {
        Leaving = leaving;
        Confirmation = "";
        IsWordWrong = false;
    }

    private void OnStatusChanged(object? sender, EventArgs e) => ReadStatus();

    private void ReadStatus()
    {
        Status = _monitor.Status;
        OnPropertyChanged(nameof(Status));
    }
}
