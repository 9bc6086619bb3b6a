using System.Net;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Api.Tests.Sync;

public sealed class RecordFinderTests : IDisposable
{
    private static readonly string Other = Answers.Link.Replace(Given.Reference, "fop_other", StringComparison.Ordinal);

    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(RecordKind.PaymentLink, "/v1/payment-links", Answers.Link)]
    [InlineData(RecordKind.Order, "/v1/orders", Answers.Order)]
    [InlineData(RecordKind.CheckoutSession, "/v1/checkout-sessions", Answers.Session)]
    public async Task Find_AnyKind_AsksByReferenceInAStatedOrder(RecordKind kind, string path, string data)
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data($"[{data}]"));

        var found = await FoundAsync(kind);

        Assert.Equal(Given.Reference, Assert.Single(found).Reference);
        var address = Assert.Single(_rig.Transport.Sent).Address;
        Assert.Equal(path, address.AbsolutePath);
        Assert.Equal(
            ["external_reference_id=" + Given.Reference, "page_size=100", "sort_by=created_at", "sort_direction=desc"],
            address.Query.TrimStart('?').Split('&').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Find_SeveralPages_FollowsAll()
    {
        _rig.Transport
            .Answer(HttpStatusCode.OK, Page(Answers.Link, "a+b/c="))
            .Answer(HttpStatusCode.OK, Page(Answers.Link, "next"))
            .Answer(HttpStatusCode.OK, Page(Answers.Link, ""));

        Assert.Equal(3, (await FoundAsync()).Count);
        Assert.Contains("page_token=a%2Bb%2Fc%3D", _rig.Transport.Sent[1].Address.Query, StringComparison.Ordinal);
        Assert.Contains("page_token=next", _rig.Transport.Sent[2].Address.Query, StringComparison.Ordinal);
        Assert.All(_rig.Transport.Sent, sent => Assert.Contains(Given.Reference, sent.Address.Query, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":[],"next_page_token":null}""")]
    public async Task Find_NoRows_IsEmpty(string body)
    {
        _rig.Transport.Answer(HttpStatusCode.OK, body);

        Assert.Empty(await FoundAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"status":"ok"}""")]
    [InlineData("[]")]
    public async Task Find_JsonThatIsNotAList_ProvesNoAbsence(string body)
    {
        _rig.Transport.Answer(HttpStatusCode.OK, body);

        Assert.IsType<GatewayResult<IReadOnlyList<RemoteRecord>>.Unreadable>(await FindAsync());
    }

    [Fact]
    public async Task Find_RowsOfAnotherReference_AreDropped()
    {
        _rig.Transport.Answer(HttpStatusCode.OK, $$"""{"data":[{{Other}},null,{"payment_link_id":"pl_bare"},{{Answers.Link}}]}""");

        Assert.Equal("pl_1", Assert.Single(await FoundAsync()).RemoteId);
    }

    [Fact]
    public async Task Find_OurRowCannotBeRead_ProvesNoAbsence()
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Page(Answers.Link.Replace("USD", "ZZZ", StringComparison.Ordinal), null));

        Assert.IsType<GatewayResult<IReadOnlyList<RemoteRecord>>.Unreadable>(await FindAsync());
    }

    [Fact]
    public async Task Find_RepeatedToken_IsUnreadable()
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Page(Other, "a")).Answer(HttpStatusCode.OK, Page(Other, "b")).Answer(HttpStatusCode.OK, Page(Other, "a"));

        Assert.IsType<GatewayResult<IReadOnlyList<RemoteRecord>>.Unreadable>(await FindAsync());
    }

    [Fact]
    public async Task Find_EndlessPages_StopsAfterAHundred()
    {
        for (var page = 0; page < 100; page++)
        {
            _rig.Transport.Answer(HttpStatusCode.OK, Page(Other, $"token-{page}"));
        }

        Assert.IsType<GatewayResult<IReadOnlyList<RemoteRecord>>.Unreadable>(await FindAsync());
        Assert.Equal(100, _rig.Transport.Sent.Count);
    }

    [Fact]
    public async Task Find_LaterPageFails_IsThatFailure()
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Page(Answers.Link, "a")).Fail(new HttpRequestException(HttpRequestError.ConnectionError));

        Assert.Equal(new GatewayResult<IReadOnlyList<RemoteRecord>>.NotSent(NetworkFault.Connect), await FindAsync());
    }

    [Fact]
    public async Task Find_Refused_IsThatRefusal()
    {
        _rig.Transport.Answer(HttpStatusCode.Unauthorized, Answers.Error("API_KEY_REVOKED"));

        Assert.Equal("API_KEY_REVOKED", Assert.IsType<GatewayResult<IReadOnlyList<RemoteRecord>>.Answered>(await FindAsync()).Problem.Code);
    }

    [Fact]
    public async Task Find_AnswerLost_IsNoAnswer()
    {
        _rig.Transport.Fail(new HttpRequestException(HttpRequestError.ResponseEnded));

        Assert.Equal(new GatewayResult<IReadOnlyList<RemoteRecord>>.NoAnswer(NetworkFault.Broken), await FindAsync());
    }

    private static string Page(string row, string? next) => $$"""{"data":[{{row}}],"next_page_token":{{(next is null ? "null" : $"\"{next}\"")}}}""";

    private Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind = RecordKind.PaymentLink) =>
        _rig.Operations.FindAsync(kind, Given.Reference, CancellationToken.None);

    private async Task<IReadOnlyList<RemoteRecord>> FoundAsync(RecordKind kind = RecordKind.PaymentLink) =>
        Assert.IsType<GatewayResult<IReadOnlyList<RemoteRecord>>.Succeeded>(await FindAsync(kind)).Value;
}
