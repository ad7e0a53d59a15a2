using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

/// <summary>Creates a user account with its group and home directory.</summary>
internal static class NewUser
{
    public static void Create(UserStep step, StepRun run)
    {
        var machine = run.Machine;
        var accounts = machine.Accounts;
        var uid = step.Uid ?? accounts.FreeUid(step.System);
        var user = new UserAccount(step.Name)
        {
            Uid = uid,
            Gid = step.Group is { } group ? accounts.Gid(group)!.Value : OwnGroup(step, uid, accounts).Gid,
            Home = step.Home ?? $"/home/{step.Name}",
            Shell = step.Shell ?? machine.DefaultShell,
            Comment = step.Comment ?? "",
            Password = UserAccount.NoPassword,
        };
        accounts.Users.Add(user);
        MakeHome(step, user, machine);
        foreach (var name in step.Groups?.Distinct() ?? [])
        {
            UserStepFake.SupplementaryGroup(name, run)!.Members.Add(step.Name);
        }
    }

    private static GroupAccount OwnGroup(UserStep step, int uid, Accounts accounts)
    {
        if (accounts.Group(step.Name) is { } existing)
        {
            return existing;
        }

        var group = new GroupAccount(step.Name, accounts.Group(uid) is null ? uid : accounts.FreeGid(step.System));
        accounts.Groups.Add(group);
        return group;
    }

    private static void MakeHome(UserStep step, UserAccount user, FakeMachine machine)
    {
        if (!step.ManageHome || machine.Files.Find(user.Home, follow: false) is not null)
        {
            return;
        }

        machine.Files.MakeDirectories(FileSystem.ParentOf(user.Home));
        if (machine.Files.Resolve(user.Home, follow: false) is { } real)
        {
            machine.Files.Put(
                real, new Inode(InodeKind.Directory, machine.HomeMode) { Uid = user.Uid, Gid = user.Gid });
            machine.Files.CopyTree("/etc/skel", real, user.Uid, user.Gid);
        }
    }
}
