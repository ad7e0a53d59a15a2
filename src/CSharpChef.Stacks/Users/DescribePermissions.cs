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
            var permissions = await call.Store.IdsAsync<Permission>(stack);
            return new(call.Read<Permission>(string.IsNullOrEmpty(request.IamUserArn)
                ? permissions
                : [.. permissions.Where(id => id == Permission.IdOf(stack, request.IamUserArn))]));
        }

        var all = string.IsNullOrEmpty(request.IamUserArn)
            ? await call.Store.IdsAsync<Permission>()
            : await call.Store.IdsAsync<Permission>(request.IamUserArn);
        return new(call.Read<Permission>(await call.AllowedAsync(all, Permission.StackOf)));
    }

    internal sealed record Request
    {
        [Description("The user.")]
        public string? IamUserArn { get; init; }

        [Description("The stack.")]
        public string? StackId { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<Permission> Permissions);
}
