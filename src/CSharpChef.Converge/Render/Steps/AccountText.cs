using System.Globalization;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Render.Steps;

internal static class AccountText
{
    public static string Render(UserStep step, ProgramWriter writer)
    {
        writer.Parts.Use("user");
        return StepText.Either(Quick(step, writer), StepText.Words(
            "user",
            ShellQuote.Word(step.Name),
            step.Uid is { } uid ? $"uid={uid}" : null,
            step.Group is { } group ? ShellQuote.Option("group", group) : null,
            step.Groups is { } groups ? ShellQuote.Option("groups", string.Join(' ', groups)) : null,
            step is { Groups: not null, AppendGroups: false } ? "exact" : null,
            step.Home is { } home ? ShellQuote.Option("home", home) : null,
            step.Shell is { } shell ? ShellQuote.Option("shell", shell) : null,
            step.Comment is { } comment ? ShellQuote.Option("comment", comment) : null,
            step.PasswordHash is { } hash ? $"secret={writer.Function($"hash={ShellQuote.Word(hash)}")}" : null,
            step.System ? "system" : null,
            step.ManageHome ? "manage" : null,
            step.Locked is { } locked ? $"locked={(locked ? "yes" : "no")}" : null));
    }

    public static string Render(UserAbsentStep step, ProgramWriter writer)
    {
        writer.Parts.Use("user");
        return StepText.Either($"same \"$w{writer.Probe.User(step.Name)}\" '?'", StepText.Words(
            "no_user", ShellQuote.Word(step.Name), step.RemoveHome ? "home" : null));
    }

    public static string Render(GroupStep step, ProgramWriter writer)
    {
        writer.Parts.Use("group");
        var gid = step.Gid?.ToString(CultureInfo.InvariantCulture) ?? "[0-9]*";
        var quick = step is { Members: null or { Count: 0 }, AppendMembers: true }
            ? $"fits \"$g{writer.Probe.Account(step.Name)}\" '{gid}:*'"
            : Members(step, gid, writer.Probe.Account(step.Name));
        return StepText.Either(quick, StepText.Words(
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
        return StepText.Either(
            $"same \"$g{writer.Probe.Account(step.Name)}\" '?'", $"no_group {ShellQuote.Word(step.Name)}");
    }

    private static string? Members(GroupStep step, string gid, int account)
    {
        var members = step.Members ?? [];
        return step.AppendMembers
            ? string.Join(" && ", members.Select(
                member => $"fits \"$g{account}\" {ShellQuote.Word($"{gid}:*,{ShellQuote.Literal(member)},*")}")
                .Prepend($"fits \"$g{account}\" '{gid}:*'"))
            : null;
    }

    private static string? Quick(UserStep step, ProgramWriter writer)
    {
        if (step is { AppendGroups: false, Groups: not null } or { PasswordHash: not null, Locked: not null })
        {
            return null;
        }

        var user = writer.Probe.User(step.Name);
        return string.Join(
            " && ", Account(step, user, writer.Probe).Concat(Groups(step, user)).Concat(Password(step, user, writer)));
    }

    private static IEnumerable<string> Account(UserStep step, int user, Probe probe)
    {
        var uid = step.Uid is { } number ? number.ToString(CultureInfo.InvariantCulture) : "'[0-9]*'";
        var group = step.Group is { } name ? $"\"{probe.Group(name)}\"" : "'*'";
        yield return $"fits \"$w{user}\" {uid}:{group}:{Part(step.Comment)}:{Part(step.Home)}:{Part(step.Shell)}";
    }

    private static IEnumerable<string> Groups(UserStep step, int user) => (step.Groups ?? [])
        .Select(name => $"fits \"$m{user}\" {ShellQuote.Word($"* {ShellQuote.Literal(name)} *")}");

    private static IEnumerable<string> Password(UserStep step, int user, ProgramWriter writer) => step switch
    {
        { PasswordHash: { } hash } =>
            [writer.Function($"hash={ShellQuote.Word(hash)}"), $"same \"$x{user}\" \"$hash\""],
        { Locked: true } => [$"fits \"$x{user}\" '!*'"],
        { Locked: false } => [$"fits \"$x{user}\" '[!!]*'"],
        _ => [],
    };

    private static string Part(string? text) => text is null ? "'*'" : ShellQuote.Word(ShellQuote.Literal(text));
}
