using System.Globalization;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

internal static class GroupStepFake
{
    public static void Run(GroupStep step, StepRun run)
    {
        var old = run.Machine.Accounts.Group(step.Name);
        if (old is null)
        {
            RequireFree(step.Gid, run);
            RequireMembers(step, [], run);
            run.Change(GroupStep.CreateGroup, () => Create(step, run));
        }
        else
        {
            ChangeGid(step, old, run);
            ChangeMembers(step, old, run);
        }
    }

    private static void Create(GroupStep step, StepRun run)
    {
        var accounts = run.Machine.Accounts;
        var group = new GroupAccount(step.Name, step.Gid ?? accounts.FreeGid(step.System));
        accounts.Groups.Add(group);
        foreach (var user in step.Members?.Distinct() ?? [])
        {
            group.Members.Add(user);
        }
    }

    private static void RequireFree(int? gid, StepRun run)
    {
        var holder = gid is { } number ? run.Machine.Accounts.Group(number) : null;
        run.Require(holder is null, $"group {holder?.Name} has number {gid} already");
    }

    private static void RequireMembers(GroupStep step, IReadOnlyList<string> present, StepRun run)
    {
        foreach (var user in step.Members?.Except(present) ?? [])
        {
            run.Require(
                run.Machine.Accounts.User(user) is not null,
                $"user {user}, a member of group {step.Name}, does not exist");
        }
    }

    private static void ChangeGid(GroupStep step, GroupAccount group, StepRun run)
    {
        if (step.Gid is not { } gid || gid == group.Gid)
        {
            return;
        }

        RequireFree(gid, run);
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

        RequireMembers(step, [.. group.Members], run);
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
