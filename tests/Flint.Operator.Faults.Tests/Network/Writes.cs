using Flint.Operator.Faults.Tests.Proxy;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.Network;

/// <summary>How each write is brought about, and how it is known on the wire.</summary>
internal static class Writes
{
    /// <summary>Makes what the write needs, over a network that works.</summary>
    public static async Task<string> PrepareAsync(Write write, FaultScene scene)
    {
        var lid = write switch
        {
            Write.EditLink or Write.PauseLink or Write.ResumeLink => FaultScene.Saved(await scene.Till.TapLinkAsync()),
            Write.CloseSession or Write.RenewSession => FaultScene.Saved(await scene.Till.TapChargeAsync()),
            _ => "",
        };
        await scene.SettleAsync();
        if (write == Write.ResumeLink)
        {
            FaultScene.Saved(await scene.Till.TapPauseAsync(lid));
            await scene.SettleAsync();
        }

        return lid;
    }

    public static async Task TapAsync(Write write, FaultScene scene, string lid) => FaultScene.Saved(write switch
    {
        Write.CreateLink => await scene.Till.TapLinkAsync(),
        Write.CreateOrder or Write.CreateSession => await scene.Till.TapChargeAsync(),
        Write.EditLink => await scene.Till.TapEditAsync(lid, "Another title"),
        Write.PauseLink => await scene.Till.TapPauseAsync(lid),
        Write.ResumeLink => await scene.Till.TapResumeAsync(lid),
        Write.RenewSession => await scene.Till.TapRenewAsync(lid),
        Write.CloseSession => await scene.Till.TapCloseAsync(lid),
        _ => throw new ArgumentOutOfRangeException(nameof(write), write, "Not a write of the app."),
    });

    public static bool IsOfALink(Write write) => write is Write.EditLink or Write.PauseLink or Write.ResumeLink;

    public static bool Is(Write write, WireMessage request) => write switch
    {
        Write.CreateLink => request is { Method: "POST", Target: "/v1/payment-links" },
        Write.CreateOrder => request is { Method: "POST", Target: "/v1/orders" },
        Write.CreateSession or Write.RenewSession => request is { Method: "POST", Target: "/v1/checkout-sessions" },
        _ when IsOfALink(write) => request.Method == "PATCH",
        Write.CloseSession => request.Method == "POST" && request.Target.EndsWith("/close", StringComparison.Ordinal),
        _ => throw new ArgumentOutOfRangeException(nameof(write), write, "Not a write of the app."),
    };
}
