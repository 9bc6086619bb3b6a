using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Connections;

/// <summary>
/// Who am I: the one cheap read that tells whether the API can be reached, whether the key is good, whose it is, and what time
/// it is there. Nothing else leaves before it has answered, so a changed key can never send another merchant's queue: what waits
/// for another account stays where it is, and what is tapped from then on belongs to this one.
/// </summary>
public sealed class IdentifyPhase(IAccountGateway gateway, IOperatorStore store, ActiveConnection connection, SyncContext context)
{
    private readonly SharedQuestion _question = new();
    private (ApiConnection Connection, Moment At)? _asked;

    /// <summary>Whether requests may leave: asks the API unless it has answered well within the last minute. Lanes that ask together share one answer.</summary>
    public Task<bool> RunAsync(CancellationToken cancellationToken) => _question.AskAsync(() => AskAsync(cancellationToken));

    private async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        var now = context.Clock.Now();
        if (context.Connection.SleepLeft(now) > TimeSpan.Zero)
        {
            return false;
        }

        var current = connection.Current;
        if (_asked is { } asked && ReferenceEquals(asked.Connection, current) && now.AtMostSince(asked.At) < context.Options.IdleEvery)
        {
            switch (context.Connection.Status)
            {
                case { Pause: not null }:
                    // The key was refused, here or by a write: asking again so soon would only hammer.
                    return false;
                case { Connectivity: Connectivity.Online } when connection.IsAccepted:
                    return true;
            }
        }

        _asked = (current, now);
        var result = await gateway.WhoAmIAsync(cancellationToken).ConfigureAwait(false);
        context.Hear(result);
        if (context.SleptSince(now))
        {
            // What it says was so before a sleep; keys are judged by what is so now.
            _asked = null;
            return await AskAsync(cancellationToken).ConfigureAwait(false);
        }

        context.Clock.Hear(SyncContext.InfoOf(result)?.ServerDate, isFresh: true);
        if (result is GatewayResult<AuthContext>.Succeeded { Value: var who } && await AcceptAsync(current, who, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        context.Connection.NotIdentified();
        return false;
    }

    private async Task<bool> AcceptAsync(ApiConnection asked, AuthContext who, CancellationToken cancellationToken)
    {
        var installation = await store.LoadInstallationAsync(cancellationToken).ConfigureAwait(false);
        if (installation.Account != who.Identity
            && await store.CommitAsync([new StoreChange.BindAccount(who.Identity)], cancellationToken).ConfigureAwait(false) != CommitOutcome.Committed)
        {
            _asked = null;
            return false;
        }

        context.Connection.Identified(who.Identity, KeyRights.Of(who.Scopes));
        connection.Accept(asked);
        return connection.IsAccepted;
    }
}
