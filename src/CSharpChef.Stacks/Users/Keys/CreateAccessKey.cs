using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users.Keys;

[Description(
    "Creates an access key. Its secret is shown only in this answer. The call must be signed with an access key.")]
internal sealed class CreateAccessKey : Change<CreateAccessKey.Request, CreateAccessKey.Response>
{
    public override string Prefix => Own;

    public override Right Right => Right.SignedIn;

    public const int MostKeys = 2;
    private const int MostDays = 3650;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        await TokenRules.RefuseTokenAsync(call);
        var user = await CredentialOwner.GetAsync(request.IamUserArn, call);
        var keys = await call.Store.ListAsync<AccessKey>(user.IamUserArn);
        if (keys.Count >= MostKeys)
        {
            throw ApiError.Invalid($"{user.IamUserArn} has {keys.Count} access keys already: delete one first.");
        }

        Validate.Range("ExpiresInDays", request.ExpiresInDays, 1, MostDays);
        var (key, secret) = Credentials.NewKey(user.IamUserArn, call.Now);
        await call.Store.AddAsync(
            key with { ExpiresAt = request.ExpiresInDays is { } days ? call.Now.AddDays(days) : null });
        return new(key.AccessKeyId, secret, key.IamUserArn);
    }

    internal sealed record Request
    {
        [Description("The user. Default: the caller.")]
        public string? IamUserArn { get; init; }

        [Description("The days until the key is refused. Default: never.")]
        public int? ExpiresInDays { get; init; }
    }

    internal sealed record Response(string AccessKeyId, string SecretAccessKey, string IamUserArn);
}
