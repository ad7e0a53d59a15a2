using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Users;

[Says("Says what a user may do with a stack. What is not given stays.")]
internal sealed class SetPermission : Change<SetPermission.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        await call.Store.LockAsync<UserProfile>(request.IamUserArn);
        var user = await call.Store.FindAsync<UserProfile>(request.IamUserArn)
            ?? throw new OperationException(
                "ResourceNotFoundException", $"Unable to find user with ARN {OneLine.Short(request.IamUserArn)}");
        var before = await call.Store.FindAsync<Permission>(Permission.IdOf(stack.StackId, user.IamUserArn));
        var below = before ?? new Permission { StackId = stack.StackId, IamUserArn = user.IamUserArn };
        var after = below with
        {
            AllowSsh = request.AllowSsh ?? below.AllowSsh,
            AllowSudo = request.AllowSudo ?? below.AllowSudo,
            Level = Given.Word<PermissionLevel>("Level", request.Level) ?? below.Level,
        };
        if (user.IamUserArn == call.Caller.UserArn && after.Level != below.Level)
        {
            throw Refuse.Invalid("Level", "of the caller's own permission cannot be changed by the caller");
        }

        await (before is null ? call.Store.AddAsync(after) : call.Store.SaveAsync(before, after));
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The stack.")]
        public required string StackId { get; init; }

        [Says("The user.")]
        public required string IamUserArn { get; init; }

        [Says("Whether they may log in to the stack's machines.")]
        public bool? AllowSsh { get; init; }

        [Says("Whether they may use sudo there.")]
        public bool? AllowSudo { get; init; }

        [Says("deny, iam_only (what their role allows), show, deploy or manage. Deploy runs code as root on every instance.")]
        public string? Level { get; init; }
    }
}
