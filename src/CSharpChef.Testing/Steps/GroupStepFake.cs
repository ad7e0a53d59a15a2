using System.Globalization;
using CSharpChef.Converge.Plan;

namespace CSharpChef.Testing;

internal static class GroupStepFake
{
    public static void Run(GroupStep step, StepRun run)
    {
        var accounts = run.Machine.Accounts;
        var stranger = step.Members?.FirstOrDefault(name => accounts.User(name) is null);
        run.Need(stranger is null, $"there is no user {stranger} to be a member of group {step.Name}");
        var old = accounts.Group(step.Name);
        var taken = step.Gid is { } gid ? accounts.Group(gid) : null;
        run.Need(taken is null || taken == old, $"group {taken?.Name} has number {step.Gid} already");
        if (old is null)
        {
            run.Change(ChangeText.CreateGroup, () => Create(step, accounts));
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

        var text = ChangeText.Set(
            "gid", gid.ToString(CultureInfo.InvariantCulture), group.Gid.ToString(CultureInfo.InvariantCulture));
        run.Change(text, () =>
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
            run.Change(ChangeText.AddMember(user), () => group.Members.Add(user));
        }

        foreach (var user in step.AppendMembers ? [] : group.Members.Except(step.Members).ToList())
        {
            run.Change(ChangeText.RemoveMember(user), () => group.Members.Remove(user));
        }
    }
}
