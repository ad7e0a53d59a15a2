using CSharpChef.Recipes.Steps;

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
        run.Require(
            user is null,
            $"group {step.Name} is the primary group of user {user?.Name}: remove the user or change its group before");
        run.Change(GroupAbsentStep.RemoveGroup, () => accounts.Groups.Remove(group));
    }
}
