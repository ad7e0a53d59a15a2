using CSharpChef.Stacks.Activity;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.ServiceErrors;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Fleet.Logins;

/// <summary>
/// Keeps the accounts of users on the machine of one instance, beside its commands: a right that was withdrawn must not
/// wait for them.
/// </summary>
internal sealed class InstanceLoginsWork(FleetParts parts, string id)
{
    private const string ErrorType = "user_skipped";
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private TimeSpan pause = TimeSpan.FromSeconds(1);

    public async Task<TimeSpan?> ActAsync(CancellationToken ct)
    {
        if (await parts.Store.ReadAsync(session => session.FindAsync<Instance>(id), ct) is not { } instance
            || !HasMachine(instance))
        {
            return null;
        }

        var hasKey = await new InstanceKeyWork(parts, instance).ActAsync(ct);
        var result = await parts.Accounts.SyncAsync(instance, ct);
        if (!hasKey || result.Login is LoginResult.NotYet)
        {
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            return pause;
        }

        await parts.Store.WriteAsync(session => NoteAsync(session, instance, result), ct);
        return null;
    }

    // The others get the accounts with the Setup or Configure that follows.
    private static bool HasMachine(Instance instance) =>
        instance.Life is { HostKeys.Count: > 0, BootId: not null }
            && instance.Status is InstanceStatus.Online or InstanceStatus.Registered or InstanceStatus.SetupFailed
                or InstanceStatus.RunningSetup or InstanceStatus.Assigning or InstanceStatus.Unassigning
                or InstanceStatus.Rebooting;

    private static async Task<int> NoteAsync(StoreSession session, Instance instance, LoginsResult result)
    {
        foreach (var skipped in result.Skipped)
        {
            await AddErrorAsync(session, instance, skipped);
        }

        if (result.Changed.Count > 0 || session.Changes.Count > 0)
        {
            await ActivityLog.DoneAsync(
                session, "SyncUsers", SystemCaller.Of(SystemCaller.Instances), new(instance.InstanceId, instance.StackId));
        }

        return session.Changes.Count;
    }

    private static async Task AddErrorAsync(StoreSession session, Instance instance, string why)
    {
        var known = await session.ListAsync<ServiceError>(instance.InstanceId);
        if (!known.Any(error => error.Type == ErrorType && error.Message == why))
        {
            await session.AddAsync(new ServiceError
            {
                ServiceErrorId = session.NewId(),
                StackId = instance.StackId,
                InstanceId = instance.InstanceId,
                Type = ErrorType,
                Message = why,
                CreatedAt = session.Now,
            });
        }
    }
}
