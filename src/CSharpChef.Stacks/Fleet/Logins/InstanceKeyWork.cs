using CSharpChef.Stacks.Activity;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Stacks.Keys;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Fleet.Logins;

/// <summary>Gives the machine of an instance the new key of its stack, when it may still accept a former one.</summary>
internal sealed class InstanceKeyWork(FleetParts parts, Instance instance)
{
    /// <returns>False when it must be tried again later.</returns>
    public async Task<bool> ActAsync(CancellationToken ct)
    {
        var stack = await parts.Store.ReadAsync(session => session.FindAsync<Stack>(instance.StackId), ct);
        if (stack?.KeyRotation?.Waiting.ContainsKey(instance.InstanceId) != true)
        {
            return true;
        }

        var result = await parts.Accounts.RotateKeyAsync(instance, ct);
        await parts.Store.WriteAsync(session => NoteAsync(session, stack.SshKey!, result), ct);
        return result is not LoginResult.NotYet;
    }

    private async Task<bool> NoteAsync(StoreSession session, StackKey tried, LoginResult result)
    {
        await session.LockAsync(Stack.Kind, instance.StackId);
        if (await session.FindAsync<Stack>(instance.StackId) is not { KeyRotation: { } rotation } stack
            || stack.SshKey?.PublicKey != tried.PublicKey)
        {
            return false;
        }

        var problem = result switch
        {
            LoginResult.Refused refused => refused.Why,
            LoginResult.NotYet notYet => notYet.Why,
            _ => null,
        };
        if (problem is not null && rotation.Waiting.GetValueOrDefault(instance.InstanceId) == problem)
        {
            return false;
        }

        await session.SaveAsync(stack, stack with
        {
            KeyRotation = problem is null
                ? rotation.Without(instance.InstanceId)
                : rotation.WithProblem(instance.InstanceId, problem),
        });
        await ActivityLog.DoneAsync(
            session, problem is null ? "RotateSshKey" : "FailToRotateSshKey", SystemCaller.Of(SystemCaller.Instances),
            new(instance.InstanceId, instance.StackId));
        return true;
    }
}
