using System.Text;
using System.Text.RegularExpressions;

namespace CSharpChef.Recipes.Steps;

/// <summary>The checks that several kinds of steps share.</summary>
/// <exception cref="RecipeException">Thrown by every method when its check fails.</exception>
internal static partial class Require
{
    // MAX_ARG_STRLEN of Linux, with the NUL byte at the end.
    private static readonly int LongestArgument = 128 * 1024;

    /// <summary>An absolute path without <c>..</c>, <c>//</c> and a trailing <c>/</c>.</summary>
    public static void Path(string path)
    {
        Text(path, "a path");
        if (!path.StartsWith('/'))
        {
            throw new RecipeException($"the path \"{path}\" is relative: it must be absolute (start with /)");
        }

        if (path.Split('/').Any(part => part is "." or "..")
            || path.Contains("//", StringComparison.Ordinal)
            || (path.Length > 1 && path.EndsWith('/')))
        {
            throw new RecipeException(
                $"the path \"{path}\" is not in its plain form: write it without \".\", \"..\", \"//\" and a trailing \"/\"");
        }
    }

    /// <summary>A text that is not empty and has no NUL byte.</summary>
    /// <param name="text">The text.</param>
    /// <param name="what">What the text is, for the error: <c>a command</c>.</param>
    public static void Text(string text, string what)
    {
        if (text.Length == 0)
        {
            throw new RecipeException($"{what} is empty");
        }

        NoNul([text], what);
    }

    /// <summary>Texts without a NUL byte: neither a shell variable nor a line of a file can hold one.</summary>
    public static void NoNul(IEnumerable<string?> texts, string what = "a text")
    {
        if (texts.Any(text => text is not null && text.Contains('\0', StringComparison.Ordinal)))
        {
            throw new RecipeException($"{what} contains a NUL byte");
        }
    }

    /// <summary>A text that Linux can pass to a program; null stands for no text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="what">What the text is, for the error: <c>Comment</c>.</param>
    /// <param name="instead">What to do about a longer text.</param>
    public static void FitsArgument(string? text, string what, string instead)
    {
        var size = Encoding.UTF8.GetByteCount(text ?? "") + 1;
        if (size > LongestArgument)
        {
            throw new RecipeException(
                $"{what} takes {size} bytes, and Linux passes at most {LongestArgument} to a program: {instead}");
        }
    }

    /// <summary>A text without a line end; null stands for no text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="what">What the text is, for the error: <c>Match</c>.</param>
    public static void OneLine(string? text, string what)
    {
        if (text is not null && text.AsSpan().ContainsAny('\n', '\r'))
        {
            throw new RecipeException($"{what} has more than one line: it must be one line, without its line end");
        }
    }

    /// <summary>A subject whose name <c>/etc/passwd</c> and <c>/etc/group</c> can hold.</summary>
    public static void Account(Subject subject) => Name(subject, AccountPattern());

    /// <summary>Names, or numbers, of users and groups; null stands for no name.</summary>
    public static void Accounts(params IEnumerable<string?> names)
    {
        if (names.FirstOrDefault(name => name is not null && !AccountPattern().IsMatch(name)) is { } wrong)
        {
            throw new RecipeException($"\"{wrong}\" cannot be the name of a user or group");
        }
    }

    /// <summary>A text that a field of <c>/etc/passwd</c> can hold; null stands for no text.</summary>
    public static void AccountField(string? text, string property)
    {
        if (text is not null && text.AsSpan().ContainsAny(":\n\0"))
        {
            throw new RecipeException(
                $"{property} contains a colon, a line end or a NUL byte, which no field of an account can hold");
        }

        FitsArgument(text, property, "shorten it");
    }

    /// <summary>
    /// A subject with the name of a package, with or without an architecture: nothing that a package manager reads as a
    /// pattern, a version, a file or a group of packages.
    /// </summary>
    public static void PackageName(Subject subject)
    {
        if (!PackageNamePattern().IsMatch(subject.Name))
        {
            throw new RecipeException($"\"{subject.Name}\" cannot be the name of a {subject.Kind}{PackageAdvice(subject.Name)}");
        }
    }

    /// <summary>An exact version, or the beginning of one followed by <c>*</c>; null stands for any version.</summary>
    public static void PackageVersion(string? version)
    {
        if (version is not null && !PackageVersionPattern().IsMatch(version))
        {
            throw new RecipeException(
                $"\"{version}\" cannot be the version of a package: write an exact version, or the beginning of one followed by *");
        }
    }

    /// <summary>A subject with the name of a service: no spaces and no characters of the shell.</summary>
    public static void PlainName(Subject subject) => Name(subject, PlainNamePattern());

    private static void Name(Subject subject, Regex pattern)
    {
        if (!pattern.IsMatch(subject.Name))
        {
            throw new RecipeException($"\"{subject.Name}\" cannot be the name of a {subject.Kind}");
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.][A-Za-z0-9_.@\\$-]*\z")]
    private static partial Regex AccountPattern();

    private static string PackageAdvice(string name) => name switch
    {
        [] => "",
        ['@', ..] => ": write the packages of the group",
        ['/', ..] => ": a package file is installed by an Execute",
        _ when name.Contains('=', StringComparison.Ordinal) => ": write the version in Version",
        _ when name.Contains('*', StringComparison.Ordinal) => ": patterns are not supported",
        _ => "",
    };

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.+-]*(:[a-z0-9][a-z0-9-]*)?\z")]
    private static partial Regex PackageNamePattern();

    [GeneratedRegex(@"^([A-Za-z0-9][A-Za-z0-9_.:+~^-]*\*?|\*)\z")]
    private static partial Regex PackageVersionPattern();

    [GeneratedRegex(@"^[A-Za-z0-9_@/][A-Za-z0-9_.:@+~/=*^-]*\z")]
    private static partial Regex PlainNamePattern();
}
