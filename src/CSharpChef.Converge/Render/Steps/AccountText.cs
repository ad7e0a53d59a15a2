using System.Globalization;
using CSharpChef.Converge.Shell;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Render.Steps;

internal static class AccountText
{
    public static string Render(UserStep step, ProgramWriter writer)
    {
        writer.Parts.Use("user");
        return StepText.Unless(Test(step, writer), StepText.Words(
            "user",
            ShellQuote.Word(step.Name),
            step.Uid is { } uid ? $"uid={uid}" : null,
            step.Group is { } group ? ShellQuote.Option("group", group) : null,
            step.Groups is { } groups ? ShellQuote.Option("groups", string.Join(' ', groups)) : null,
            step is { Groups: not null, AppendGroups: false } ? "exact" : null,
            step.Home is { } home ? ShellQuote.Option("home", home) : null,
            step.Shell is { } shell ? ShellQuote.Option("shell", shell) : null,
            step.Comment is { } comment ? ShellQuote.Option("comment", comment) : null,
            step.PasswordHash is { } hash
                ? $"secret={writer.Function($"password_hash={ShellQuote.Word(hash)}")}"
                : null,
            step.System ? "system" : null,
            step.ManageHome ? "manage" : null,
            step.Locked is { } locked ? $"locked={(locked ? "yes" : "no")}" : null));
    }

    public static string Render(UserAbsentStep step, ProgramWriter writer)
    {
        writer.Parts.Use("user");
        return StepText.Unless($"equals \"${writer.Probe.User(step.Name)}_account\" absent && is_only_in_files passwd", StepText.Words(
            "no_user", ShellQuote.Word(step.Name), step.RemoveHome ? "home" : null));
    }

    public static string Render(UserExistsStep step, ProgramWriter writer)
    {
        writer.Parts.Use("require_user");
        return StepText.Unless(
            $"matches \"{writer.Probe.Owner(step.Name)}\" {ShellQuote.Word("?*")}", $"require_user {ShellQuote.Word(step.Name)}");
    }

    public static string Render(GroupStep step, ProgramWriter writer)
    {
        writer.Parts.Use("group");
        var gid = step.Gid?.ToString(CultureInfo.InvariantCulture) ?? "[0-9]*";
        var test = step is { Members: null or { Count: 0 }, AppendMembers: true }
            ? $"matches \"${writer.Probe.Group(step.Name)}_members\" {ShellQuote.Word($"{gid}:*")}"
            : Members(step, gid, writer.Probe.Group(step.Name));
        return StepText.Unless(test, StepText.Words(
            "group",
            ShellQuote.Word(step.Name),
            step.Gid is { } number ? $"gid={number}" : null,
            step.Members is { } members ? ShellQuote.Option("members", string.Join(' ', members)) : null,
            step is { Members: not null, AppendMembers: false } ? "exact" : null,
            step.System ? "system" : null));
    }

    public static string Render(GroupAbsentStep step, ProgramWriter writer)
    {
        writer.Parts.Use("group");
        return StepText.Unless(
            $"equals \"${writer.Probe.Group(step.Name)}_members\" absent && is_only_in_files group", $"no_group {ShellQuote.Word(step.Name)}");
    }

    private static string? Members(GroupStep step, string gid, string group)
    {
        var members = step.Members ?? [];
        return step.AppendMembers
            ? string.Join(" && ", members.Select(
                member => $"matches \"${group}_members\" {ShellQuote.Word($"{gid}:*,{ShellQuote.Literal(member)},*")}")
                .Prepend($"matches \"${group}_members\" {ShellQuote.Word($"{gid}:*")}"))
            : null;
    }

    private static string? Test(UserStep step, ProgramWriter writer)
    {
        if (step is { AppendGroups: false, Groups: not null } or { PasswordHash: not null, Locked: not null })
        {
            return null;
        }

        var user = writer.Probe.User(step.Name);
        return string.Join(
            " && ", Account(step, user, writer.Probe).Concat(Groups(step, user)).Concat(Password(step, user, writer)));
    }

    private static IEnumerable<string> Account(UserStep step, string user, Probe probe)
    {
        var uid = step.Uid is { } number ? number.ToString(CultureInfo.InvariantCulture) : "'[0-9]*'";
        var group = step.Group is { } name ? $"\"{probe.OwningGroup(name)}\"" : "'*'";
        yield return $"matches \"${user}_account\" {uid}:{group}:{Part(step.Comment)}:{Part(step.Home)}:{Part(step.Shell)}";
    }

    private static IEnumerable<string> Groups(UserStep step, string user) => (step.Groups ?? [])
        .Select(name => $"matches \"${user}_groups\" {ShellQuote.Word($"* {ShellQuote.Literal(name)} *")}");

    private static IEnumerable<string> Password(UserStep step, string user, ProgramWriter writer) => step switch
    {
        { PasswordHash: { } hash } =>
            [writer.Function(
                $"password_hash={ShellQuote.Word(hash)}"), $"equals \"${user}_password\" \"$password_hash\""],
        { Locked: true } => [$"matches \"${user}_password\" '!*'"],
        { Locked: false } => [$"matches \"${user}_password\" '[!!]*'"],
        _ => [],
    };

    private static string Part(string? text) => text is null ? "'*'" : ShellQuote.Word(ShellQuote.Literal(text));
}
