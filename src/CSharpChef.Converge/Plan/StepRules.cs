using System.Text.RegularExpressions;

namespace CSharpChef.Converge.Plan;

/// <summary>What no step may say, whatever the machine.</summary>
internal static partial class StepRules
{
    public static void Check(Step step)
    {
        switch (step)
        {
            case AbsentStep { Path: "/" }:
                throw new RecipeException("\"/\" is the whole machine: it cannot be removed");
            case FileStep or TouchStep or DirectoryStep or AbsentStep:
                CheckPath(step.Subject.Name);
                break;
            case LinkStep link:
                CheckPath(link.Path);
                CheckText(link.To, "To");
                break;
            case LineStep line:
                CheckPath(line.Path);
                _ = line.Match is { } match ? PosixPattern.Parse(match) : null;
                break;
            case CommandStep command:
                CheckCommand(command);
                break;
            case UserStep or UserAbsentStep or GroupStep or GroupAbsentStep:
                CheckName(step.Subject, AccountName());
                break;
            case PackageStep or ServiceStep:
                CheckName(step.Subject, WordName());
                break;
        }

        CheckOwners(step);
        CheckNoNul(step);
    }

    private static void CheckPath(string path)
    {
        CheckText(path, "a path");
        if (!path.StartsWith('/'))
        {
            throw new RecipeException($"the path \"{path}\" is relative: write it from / on");
        }

        if (path.Split('/').Any(part => part is "." or "..")
            || path.Contains("//", StringComparison.Ordinal)
            || (path.Length > 1 && path.EndsWith('/')))
        {
            throw new RecipeException(
                $"the path \"{path}\" is not in its plain form: write it without \"..\", \"//\" and a last \"/\"");
        }
    }

    private static void CheckCommand(CommandStep command)
    {
        CheckText(command.Code, "a command");
        CheckPath(command.Cwd);
        if (command.Creates is { } creates)
        {
            CheckPath(creates);
        }

        if (command.Environment.Keys.FirstOrDefault(name => !VariableName().IsMatch(name)) is { } wrong)
        {
            throw new RecipeException($"\"{wrong}\" cannot be the name of an environment variable");
        }

        if (command.Umask is { } umask && !Umask().IsMatch(umask))
        {
            throw new RecipeException($"the umask \"{umask}\" is not octal: write it like \"027\"");
        }
    }

    private static void CheckOwners(Step step)
    {
        string?[] names = step switch
        {
            FileStep file => [file.Owner, file.Group],
            DirectoryStep directory => [directory.Owner, directory.Group],
            UserStep user => [user.Group, .. user.Groups ?? []],
            GroupStep group => [.. group.Members ?? []],
            _ => [],
        };
        if (Array.Find(names, name => name is not null && !AccountName().IsMatch(name)) is { } wrong)
        {
            throw new RecipeException($"\"{wrong}\" cannot be the name of a user or group");
        }
    }

    // No shell can hold one, nor a line of a file.
    private static void CheckNoNul(Step step)
    {
        string?[] texts = step switch
        {
            CommandStep command => [command.Input, command.Interpreter, .. command.Environment.Values],
            FileStep file => [file.Verify],
            LineStep line => [line.Text, line.Match, line.Block],
            UserStep user => [user.Home, user.Shell, user.Comment, user.PasswordHash],
            PackageStep package => [package.Version, .. package.Options],
            _ => [],
        };
        Array.ForEach(texts, text => CheckText($"_{text}", "a text"));
    }

    private static void CheckName(Subject subject, Regex pattern)
    {
        if (!pattern.IsMatch(subject.Name))
        {
            throw new RecipeException($"\"{subject.Name}\" cannot be the name of a {subject.Kind}");
        }
    }

    private static void CheckText(string text, string what)
    {
        if (text.Length == 0 || text.Contains('\0', StringComparison.Ordinal))
        {
            throw new RecipeException(text.Length == 0 ? $"{what} is empty" : $"{what} contains a NUL byte");
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.][A-Za-z0-9_.@\\$-]*\z")]
    private static partial Regex AccountName();

    [GeneratedRegex(@"^[A-Za-z0-9_@/][A-Za-z0-9_.:@+~/=*^-]*\z")]
    private static partial Regex WordName();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex VariableName();

    [GeneratedRegex(@"^[0-7]{3,4}\z")]
    private static partial Regex Umask();
}
