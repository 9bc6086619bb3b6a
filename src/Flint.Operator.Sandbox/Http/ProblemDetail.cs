using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Http;

internal sealed record ProblemDetail(string Code, string Param, string Message)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["code"] = Code, ["message"] = Message };
        if (Param.Length > 0)
            json["param"] = Param;
        return json;
    }
}
