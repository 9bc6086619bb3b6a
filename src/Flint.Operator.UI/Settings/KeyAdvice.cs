using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.UI.Strings;
using Microsoft.Extensions.Localization;

namespace Flint.Operator.UI.Settings;

/// <summary>What to do about a key that the API refused, by the code it gave.</summary>
internal static class KeyAdvice
{
    public static string Of(IStringLocalizer<Texts> texts, ApiProblem problem) => problem.Code switch
    {
        "INSUFFICIENT_SCOPE" when problem.MissingScopes.Count > 0 => texts["Settings.Advice.Scopes", string.Join(", ", problem.MissingScopes)],
        "INSUFFICIENT_SCOPE" => texts["Settings.Advice.Scope"],
        "API_KEY_REVOKED" or "API_KEY_EXPIRED" or "API_KEY_SCOPE_UNSUPPORTED" => texts["Settings.Advice.Over"],
        "API_KEY_MODE_MISMATCH" => texts["Settings.Advice.Mode"],
        "API_KEY_SANDBOX_UNAVAILABLE" or "SANDBOX_SELECTION_REQUIRED" => texts["Settings.Advice.Sandbox"],
        "MERCHANT_ACCESS_REQUIRED" or "MERCHANT_PROCESSING_RESTRICTED" => texts["Settings.Advice.Merchant"],
        _ => texts["Settings.Advice.Mistyped"],
    };
}
