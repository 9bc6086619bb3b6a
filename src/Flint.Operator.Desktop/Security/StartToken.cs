namespace Flint.Operator.Desktop.Security;

/// <param name="Text">Base64url, safe in an address.</param>
/// <param name="Used">Completes when a browser has opened the app with it.</param>
internal sealed record StartToken(string Text, Task Used)
{
    public Uri AddressAt(Uri app) => new(app, $"/?{SessionGate.TokenParameter}={Text}");

    /// <summary>A record prints its members, and one of these opens the app.</summary>
    public override string ToString() => nameof(StartToken);
}
