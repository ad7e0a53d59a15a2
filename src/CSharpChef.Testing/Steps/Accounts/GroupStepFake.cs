using System.Globalization;

namespace CSharpChef.Testing;

internal static class GroupStepFake
{
    public static void Run(GroupStep step, StepRun run)
    {
        var accounts = run.Machine.Accounts;
        var missing = step.Members?.FirstOrDefault(name => accounts.User(name) is null);
        run.Require(missing is null, $"user {missing}, a member of group {step.Name}, does not exist");
        var old = accounts.Group(step.Name);
        var holder = step.Gid is { } gid ? accounts.Group(gid) : null;
        run.Require(holder is null || holder == old, $"group {holder?.Name} has number {step.Gid} already");
        if (old is null)
        {
            run.Change(GroupStep.CreateGroup, () => Create(step, accounts));
        }
        else
        {
            ChangeGid(step, old, run);
            ChangeMembers(step, old, run);
        }
    }

    private static void Create(GroupStep step, Accounts accounts)
    {
        var group = new GroupAccount(step.Name, step.Gid ?? accounts.FreeGid(step.System));
        group.Members.AddRange(step.Members?.Distinct() ?? []);
        accounts.Groups.Add(group);
    }

    private static void ChangeGid(GroupStep step, GroupAccount group, StepRun run)
    {
        if (step.Gid is not { } gid || gid == group.Gid)
        {
            return;
        }

        run.Change(GroupStep.SetGid, Text(gid), Text(group.Gid), () =>
        {
            run.Machine.Accounts.Users.FindAll(user => user.Gid == group.Gid).ForEach(user => user.Gid = gid);
            group.Gid = gid;
        });
    }

    private static void ChangeMembers(GroupStep step, GroupAccount group, StepRun run)
    {
        if (step.Members is null)
        {
            return;
        }

        foreach (var user in step.Members.Except(group.Members).ToList())
        {
            run.Change($"{GroupStep.AddMember} {user}", () => group.Members.Add(user));
        }

        foreach (var user in step.AppendMembers ? [] : group.Members.Except(step.Members).ToList())
        {
            run.Change($"{GroupStep.RemoveMember} {user}", () => group.Members.Remove(user));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
