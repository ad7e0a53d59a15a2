using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

internal static class UserAbsentStepFake
{
    public static void Run(UserAbsentStep step, StepRun run)
    {
        if (run.Machine.Accounts.User(step.Name) is { } user)
        {
            run.Change(UserAbsentStep.RemoveUser, () => Remove(user, step.RemoveHome, run.Machine));
        }
    }

    private static void Remove(UserAccount user, bool home, FakeMachine machine)
    {
        machine.Accounts.Users.Remove(user);
        machine.Accounts.Groups.ForEach(group => group.Members.Remove(user.Name));
        if (home && machine.Files.Resolve(user.Home, follow: false) is { } real and not "/")
        {
            machine.Files.Remove(real);
        }

        RemoveOwnGroup(user, machine.Accounts);
    }

    // Like userdel: removes the group with the user's name too, when it has no other members.
    private static void RemoveOwnGroup(UserAccount user, Accounts accounts)
    {
        if (accounts.Group(user.Name) is { Members.Count: 0 } own
            && own.Gid == user.Gid
            && !accounts.Users.Exists(other => other.Gid == own.Gid))
        {
            accounts.Groups.Remove(own);
        }
    }
}
