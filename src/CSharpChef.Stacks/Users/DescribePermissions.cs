using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Users;

[Description("Lists permissions: of a user, on a stack, or all on stacks the caller manages.")]
internal sealed class DescribePermissions : Query<DescribePermissions.Request, DescribePermissions.Response>
{
    public override Right Right => Right.Manage;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        if (request.StackId is { Length: > 0 } stack)
        {
            await call.GetAsync<Stack>(stack);
            var permissions = await call.Store.ListAsync<Permission>(stack);
            return new([.. permissions.Where(permission => string.IsNullOrEmpty(request.IamUserArn)
                || permission.IamUserArn == request.IamUserArn)]);
        }

        var all = string.IsNullOrEmpty(request.IamUserArn)
            ? await call.Store.AllAsync<Permission>()
            : await call.Store.ListAsync<Permission>(request.IamUserArn);
        return new(await call.AllowedAsync(all));
    }

    internal sealed record Request
    {
        [Description("The user.")]
        public string? IamUserArn { get; init; }

        [Description("The stack.")]
        public string? StackId { get; init; }
    }

    internal sealed record Response(IReadOnlyList<Permission> Permissions);
}
