namespace CSharpChef.Testing;

internal static class GroupAbsentStepFake
{
    public static void Run(GroupAbsentStep step, StepRun run)
    {
        var accounts = run.Machine.Accounts;
        if (accounts.Group(step.Name) is not { } group)
        {
            return;
        }

        var user = accounts.Users.Find(user => user.Gid == group.Gid);
        run.Change(GroupAbsentStep.RemoveGroup, () =>
        {
            run.Require(user is null, $"group {step.Name} is the primary group of user {user?.Name}");
            accounts.Groups.Remove(group);
        });
    }
}
