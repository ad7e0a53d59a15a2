using System.Globalization;

namespace CSharpChef.Testing;

internal static class UserStepFake
{
    public static void Run(UserStep step, StepRun run)
    {
        NeedGroups(step, run);
        var accounts = run.Machine.Accounts;
        var old = accounts.User(step.Name);
        var taken = step.Uid is { } uid ? accounts.Users.Find(user => user.Uid == uid) : null;
        run.Need(taken is null || taken == old, $"user {taken?.Name} has number {step.Uid} already");
        if (old is null)
        {
            run.Change(ChangeText.CreateUser, () => NewUser.Create(step, run.Machine));
            return;
        }

        ChangeNumber(step, old, run);
        ChangeTexts(step, old, run);
        ChangePrimaryGroup(step, old, run);
        ChangeGroups(step, old, run);
        PasswordChange.Run(step, old, run);
    }

    private static void NeedGroups(UserStep step, StepRun run)
    {
        var accounts = run.Machine.Accounts;
        run.Need(step.Group is null || (accounts.Gid(step.Group) is { } gid && accounts.Group(gid) is not null), $"there is no group {step.Group}");
        var missing = step.Groups?.FirstOrDefault(name => accounts.Group(name) is null);
        run.Need(missing is null, $"there is no group {missing}");
    }

    private static void ChangeNumber(UserStep step, UserAccount user, StepRun run)
    {
        if (step.Uid is { } uid && uid != user.Uid)
        {
            run.Change(ChangeText.Set("uid", Text(uid), Text(user.Uid)), () => user.Uid = uid);
        }
    }

    private static void ChangePrimaryGroup(UserStep step, UserAccount user, StepRun run)
    {
        var accounts = run.Machine.Accounts;
        if (step.Group is { } group && accounts.Gid(group) != user.Gid)
        {
            run.Change(ChangeText.SetGroup(group, accounts.GroupName(user.Gid)), () => user.Gid = accounts.Gid(group)!.Value);
        }
    }

    private static void ChangeTexts(UserStep step, UserAccount user, StepRun run)
    {
        if (step.Comment is { } comment && comment != user.Comment)
        {
            run.Change(ChangeText.Set("comment", comment, user.Comment), () => user.Comment = comment);
        }

        if (step.Home is { } home && home != user.Home)
        {
            run.Change(ChangeText.Set("home", home, user.Home), () => user.Home = home);
        }

        if (step.Shell is { } shell && shell != user.Shell)
        {
            run.Change(ChangeText.Set("shell", shell, user.Shell), () => user.Shell = shell);
        }
    }

    // The primary group, the new one if it changes, counts as one the user is in.
    private static void ChangeGroups(UserStep step, UserAccount user, StepRun run)
    {
        if (step.Groups is not { } wanted)
        {
            return;
        }

        var accounts = run.Machine.Accounts;
        var primary = step.Group is { } name ? accounts.Gid(name) : user.Gid;
        var isIn = accounts.Groups.FindAll(group => group.Gid != primary && group.Members.Contains(user.Name));
        var missing = wanted.Distinct().Where(group => accounts.Group(group)?.Gid != primary && isIn.TrueForAll(other => other.Name != group));
        foreach (var group in missing.ToList())
        {
            run.Change(ChangeText.AddToGroup(group), () => accounts.Group(group)!.Members.Add(user.Name));
        }

        foreach (var group in step.AppendGroups ? [] : isIn.Where(group => !wanted.Contains(group.Name)))
        {
            run.Change(ChangeText.RemoveFromGroup(group.Name), () => group.Members.Remove(user.Name));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
