using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users.Keys;

[Description(
    "Creates a bearer token. It is shown only in this answer. One that is created with another token ends with it.")]
internal sealed class CreateToken : Change<CreateToken.Request, CreateToken.Response>
{
    public override string Prefix => Own;

    public override Right Right => Right.SignedIn;

    private const int DefaultDays = 90;
    private const int MostDays = 365;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        Validate.Range("ExpiresInDays", request.ExpiresInDays, 1, MostDays);
        Validate.Text("Comment", request.Comment, 255);
        var user = await CredentialOwner.GetAsync(request.IamUserArn, call);
        await TokenRules.RequireRoomAsync(call, user);
        var maker = await TokenRules.OfCallerAsync(call);
        var end = call.Now.AddDays(request.ExpiresInDays ?? DefaultDays);
        var text = Credentials.NewToken();
        var token = new Token
        {
            TokenId = Credentials.TokenId(text),
            Hash = Credentials.Hash(text),
            IamUserArn = user.IamUserArn,
            Comment = Patch.Merge(request.Comment, null),
            CreatedAt = call.Now,
            ExpiresAt = maker is null || end < maker.ExpiresAt ? end : maker.ExpiresAt,
            MadeBy = maker?.TokenId,
        };
        await call.Store.AddAsync(token);
        return new(token.TokenId, text, token.IamUserArn, token.ExpiresAt);
    }

    internal sealed record Request
    {
        [Description("The user. Default: the caller.")]
        public string? IamUserArn { get; init; }

        [Description("What it is for.")]
        public string? Comment { get; init; }

        [Description("The days until the token is refused, at most 365. Default: 90.")]
        public int? ExpiresInDays { get; init; }
    }

    internal sealed record Response(string TokenId, string Token, string IamUserArn, DateTimeOffset ExpiresAt);
}
