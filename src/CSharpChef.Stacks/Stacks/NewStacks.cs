using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;

namespace CSharpChef.Stacks.Stacks;

/// <summary>
/// What making and cloning have in common: there may be so many stacks, and whoever makes one manages it.
/// </summary>
internal static class NewStacks
{
    public static async Task AddAsync(Stack stack, Call call)
    {
        StackRules.Check(stack);
        await call.LockServerAsync();
        Validate.NoMoreThan(call.Server.Limits.Stacks, (await call.Store.AllAsync<Stack>()).Count, "stacks");
        await call.Store.AddAsync(stack);
        if (call.Caller.Role != UserRole.Admin)
        {
            await call.Store.AddAsync(new Permission
            {
                StackId =
                stack.StackId,
                IamUserArn = call.Caller.UserArn,
                Level = PermissionLevel.Manage
            });
        }
    }
}
