using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Http;

/// <summary>
/// Runs a write once per key. Must be called inside the unit of work that holds the effect. Whether a refusal is remembered
/// like a success is for <see cref="KeyPolicy"/> to say.
/// </summary>
internal static class IdempotentWork
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    public static string Fingerprint(string method, string path, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{method}\n{path}\n"));
        hash.AppendData(body);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    public static ApiReply Run(SandboxState state, string key, string fingerprint, bool keepsRefusals, Func<ApiReply> work)
    {
        if (Find(state, key) is { } known)
            return Replay(known, fingerprint);

        var reply = RunOrRefuse(state, work);
        if (keepsRefusals || !reply.IsError)
            Keep(state, key, fingerprint, reply);
        return reply;
    }

    /// <summary>What is bound to a key, for as long as it is.</summary>
    public static IdempotencyRow? Find(SandboxState state, string key)
    {
        state.ForgetKeysBefore(state.Now - Window);
        return state.FindKey(key);
    }

    public static void Keep(SandboxState state, string key, string fingerprint, ApiReply reply) => state.SaveKey(new IdempotencyRow
    {
        Key = key,
        Fingerprint = fingerprint,
        CreatedAt = Timestamp.Write(state.Now),
        Status = reply.Status,
        IsError = reply.IsError,
        Payload = reply.Payload.ToJsonString(),
    });

    private static ApiReply RunOrRefuse(SandboxState state, Func<ApiReply> work)
    {
        try
        {
            return state.Attempt(work);
        }
        catch (ApiProblemException problem)
        {
            return ApiReply.Refused(problem);
        }
    }

    private static ApiReply Replay(IdempotencyRow known, string fingerprint)
    {
        if (!string.Equals(known.Fingerprint, fingerprint, StringComparison.Ordinal))
        {
            throw Problem.Conflict(
                "IDEMPOTENCY_KEY_REUSED", "This key was used for another request.",
                nextSteps: "Send the changed request with a new key.");
        }

        return new ApiReply(known.Status, JsonNode.Parse(known.Payload)!) { IsError = known.IsError, IsReplay = true };
    }
}
