namespace Flint.Operator.Sandbox.State;

/// <summary>The one merchant of a sandbox file and the secrets made when the file was.</summary>
internal sealed record SandboxIdentity(
    string ApiKey, string ApiKeyId, string MerchantId, string OrganizationId, string SandboxId, string EnvironmentId,
    string SigningSecret, string CreatedAt)
{
    public const string BusinessName = "Riverside Cycling Club";

    public static SandboxIdentity LoadOrCreate(SandboxState state)
    {
        return new SandboxIdentity(
            Keep("api_key", () => $"flint_test_{Ids.Secret(24)}"),
            Keep("api_key_id", () => Ids.New("key", state.Now)),
            Keep("merchant_id", () => Ids.New("mer", state.Now)),
            Keep("organization_id", () => Ids.New("org", state.Now)),
            Keep("sandbox_id", () => Ids.New("test", state.Now)),
            Keep("environment_id", () => Ids.New("menv", state.Now)),
            Keep("signing_secret", () => Ids.Secret(32)),
            Keep("created_at", () => Timestamp.Write(state.Now)));

        string Keep(string name, Func<string> make)
        {
            if (state.Setting(name) is { } known)
                return known;
            var made = make();
            state.SaveSetting(name, made);
            return made;
        }
    }
}
