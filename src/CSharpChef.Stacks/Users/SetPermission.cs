using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Users;

[Description("Sets what a user may do with a stack. Members that the request omits keep their values.")]
internal sealed class SetPermission : Change<SetPermission.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        await call.Store.LockAsync(UserProfile.Kind, request.IamUserArn);
        var user = await call.Store.FindAsync<UserProfile>(request.IamUserArn)
            ?? throw new OperationException(
                "ResourceNotFoundException", $"Unable to find user with ARN {Excerpt.Of(request.IamUserArn)}");
        var before = await call.Store.FindAsync<Permission>(Permission.IdOf(stack.StackId, user.IamUserArn));
        var stored = before ?? new Permission { StackId = stack.StackId, IamUserArn = user.IamUserArn };
        var after = stored with
        {
            AllowSsh = request.AllowSsh ?? stored.AllowSsh,
            AllowSudo = request.AllowSudo ?? stored.AllowSudo,
            Level = Patch.ParseName<PermissionLevel>("Level", request.Level) ?? stored.Level,
        };
        if (user.IamUserArn == call.Caller.UserArn && after.Level != stored.Level)
        {
            throw ApiError.Invalid("Level", "cannot be changed in the caller's own permission");
        }

        RequireAnAdministratorForDeny(user, stored, after, call.Caller);
        await (before is null ? call.Store.AddAsync(after) : call.Store.SaveAsync(before, after));
        if (StackLogins.Allows(stored) || StackLogins.Allows(after))
        {
            await UnixUserIds.EnsureAsync(call.Store, user);
            await StackLogins.ChangedAsync(call.Store, stack.StackId);
        }

        return Empty.Value;
    }

    private static void RequireAnAdministratorForDeny(
        UserProfile user, Permission before, Permission after, Caller caller)
    {
        if ((after.Level == PermissionLevel.Deny) != (before.Level == PermissionLevel.Deny)
            && user.Role == UserRole.Admin
            && caller.Role != UserRole.Admin)
        {
            throw ApiError.Denied(
                $"{caller.UserArn} may not set or remove the level deny for {user.IamUserArn}, who is an administrator: only another administrator may.");
        }
    }

    internal sealed record Request
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description("The user.")]
        public required string IamUserArn { get; init; }

        [Description("Whether the user may log in to the stack's machines.")]
        public bool? AllowSsh { get; init; }

        [Description("Whether the user may use sudo on the stack's machines.")]
        public bool? AllowSudo { get; init; }

        [Description(
            "deny, iam_only (what their role allows), show, deploy or manage. Deploy runs code as root on every instance.")]
        public string? Level { get; init; }
    }
}
