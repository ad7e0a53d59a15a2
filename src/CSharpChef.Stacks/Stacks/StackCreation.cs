using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;

namespace CSharpChef.Stacks.Stacks;

/// <summary>
/// Adds a new or cloned stack: checks the limit of stacks, and grants its creator the permission to manage it.
/// </summary>
internal static class StackCreation
{
    public static async Task AddAsync(Stack stack, Call call)
    {
        StackRules.Check(stack);
        await call.LockServerAsync();
        Validate.NoMoreThan(call.Server.Limits.Stacks, await call.Store.CountAsync<Stack>(), "stacks");
        await call.Store.AddAsync(stack);
        if (call.Caller.Role != UserRole.Admin)
        {
            await call.Store.AddAsync(new Permission
            {
                StackId = stack.StackId,
                IamUserArn = call.Caller.UserArn,
                Level = PermissionLevel.Manage,
            });
        }
    }
}
