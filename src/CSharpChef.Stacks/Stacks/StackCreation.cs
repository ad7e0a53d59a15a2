using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Stacks.Keys;

namespace CSharpChef.Stacks.Stacks;

/// <summary>
/// Adds a new or cloned stack: checks the limit of stacks, makes its SSH key, and grants its creator the permission to
/// manage it.
/// </summary>
internal static class StackCreation
{
    /// <param name="stack">The new stack.</param>
    /// <param name="sent">The source of its cookbooks in the request.</param>
    /// <param name="copied">The source of its cookbooks in the stack that is cloned, opened.</param>
    /// <param name="call">The call.</param>
    public static async Task AddAsync(Stack stack, Source? sent, Source? copied, Call call)
    {
        StackRules.Check(stack);
        var source = StackRules.SourceChange(sent, copied, stack);
        source.CheckUrl(call.Caller, call.Server.Sources);
        await call.LockServerAsync();
        Validate.NoMoreThan(call.Server.Limits.Stacks, await call.Store.CountAsync<Stack>(), "stacks");
        await call.Store.AddAsync(
            stack with { CustomCookbooksSource = source.Stored, SshKey = StackKey.New(), KeyRotation = null },
            [.. SupportedOs.Warnings("DefaultOs", stack.DefaultOs, before: null), .. source.Warnings]);
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
