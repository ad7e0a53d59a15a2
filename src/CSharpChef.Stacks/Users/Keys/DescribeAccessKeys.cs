using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users.Keys;

[Description("Lists access keys: of a user, or, for administrators, all.")]
internal sealed class DescribeAccessKeys : Query<DescribeAccessKeys.Request, DescribeAccessKeys.Response>
{
    public override string Prefix => Own;

    public override Right Right => Right.SignedIn;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        if (string.IsNullOrEmpty(request.IamUserArn) && call.Caller.Role == UserRole.Admin)
        {
            return new(call.Read<AccessKey>(await call.Store.IdsAsync<AccessKey>()));
        }

        var user = await CredentialOwner.GetAsync(request.IamUserArn, call);
        return new(call.Read<AccessKey>(await call.Store.IdsAsync<AccessKey>(user.IamUserArn)));
    }

    internal sealed record Request
    {
        [Description("The user. Default: the caller, or all users when the caller is an administrator.")]
        public string? IamUserArn { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<AccessKey> AccessKeys);
}
