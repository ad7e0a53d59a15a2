using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Runs;

/// <summary>
/// The unique name of one program's run on a host, and of its journal there. Names sort by time: the first three digits
/// behind the dash are milliseconds, in names of six digits none are. In the name of a command's part, its id and the
/// number of the part follow.
/// </summary>
internal sealed partial record RunName(string Text)
{
    private const int MostParts = 999;

    public static RunName New(TimeProvider clock) =>
        new($"{Time(clock.GetUtcNow())}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3))}");

    /// <summary>The name of one program of a command: always the same for the same values.</summary>
    /// <param name="startedAt">When this attempt of the command started; another attempt is another run.</param>
    /// <param name="command">The id of the command.</param>
    /// <param name="part">The number of the program in the attempt, from 1 to 999.</param>
    public static RunName OfPart(DateTimeOffset startedAt, Guid command, int part) => part is >= 1 and <= MostParts
        ? new(string.Create(CultureInfo.InvariantCulture, $"{Time(startedAt.ToUniversalTime())}-{command:D}-{part:000}"))
        : throw new ConvergeException($"the command {command} needs more than {MostParts} programs on one machine");

    public static RunName Parse(string text) => Pattern().IsMatch(text)
        ? new RunName(text)
        : throw new UsageException($"\"{text}\" is not a run name: csharpchef runs TARGET lists the runs");

    public override string ToString() => Text;

    private static string Time(DateTimeOffset time) => string.Create(
        CultureInfo.InvariantCulture, $"{time:yyyyMMdd'T'HHmmss'Z'}-{time.Millisecond:x3}");

    [GeneratedRegex(
        @"^[0-9]{8}T[0-9]{6}Z-(?:[0-9a-f]{6}|[0-9a-f]{9}|[0-9a-f]{3}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9]{3})\z")]
    private static partial Regex Pattern();
}
