using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Runs;

/// <summary>The unique name of one program's run on a host, and of its journal there; names sort by time.</summary>
internal sealed partial record RunName(string Text)
{
    private const int Parts = 0x1000;

    /// <summary>
    /// A new name: the second, then the part of the second and a random number, each in three hexadecimal digits.
    /// </summary>
    public static RunName New(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var part = now.Ticks % TimeSpan.TicksPerSecond * Parts / TimeSpan.TicksPerSecond;
        return new(string.Create(
            CultureInfo.InvariantCulture,
            $"{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{part:x3}{RandomNumberGenerator.GetInt32(Parts):x3}"));
    }

    public static RunName Parse(string text) => Pattern().IsMatch(text)
        ? new RunName(text)
        : throw new UsageException($"\"{text}\" is not a run name: csharpchef runs TARGET lists the runs");

    public override string ToString() => Text;

    [GeneratedRegex(@"^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{6}\z")]
    private static partial Regex Pattern();
}
