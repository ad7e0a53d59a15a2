using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users;

[Description("Lists what users may do on the whole server.")]
internal sealed class DescribeUserRoles : Query<DescribeUserRoles.Request, DescribeUserRoles.Response>
{
    public override string Prefix => Own;

    public override Right Right => Right.Admin;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var users = call.Read<UserProfile>(request.IamUserArns is { Count: > 0 } arns
            ? await call.CheckAsync<UserProfile>(arns)
            : await call.Store.IdsAsync<UserProfile>());
        return new(users.Select(user => new UserAndRole(user.IamUserArn, user.Role, user.CreatedAt)));
    }

    internal sealed record Request
    {
        [Description("The users; all if empty.")]
        public IReadOnlyList<string>? IamUserArns { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<UserAndRole> UserRoles);

    internal sealed record UserAndRole(string IamUserArn, UserRole Role, DateTimeOffset CreatedAt);
}
