using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Runs;

/// <summary>
/// The unique name of one program's run on a host, and of its journal there. Names sort by time: the first three digits
/// behind the dash are milliseconds, in names of six digits none are.
/// </summary>
internal sealed partial record RunName(string Text)
{
    public static RunName New(TimeProvider clock)
    {
        var time = clock.GetUtcNow();
        var second = time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return new($"{second}-{time.Millisecond:x3}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3))}");
    }

    public static RunName Parse(string text) => Pattern().IsMatch(text)
        ? new RunName(text)
        : throw new UsageException($"\"{text}\" is not a run name: csharpchef runs TARGET lists the runs");

    public override string ToString() => Text;

    [GeneratedRegex(@"^[0-9]{8}T[0-9]{6}Z-(?:[0-9a-f]{6}|[0-9a-f]{9})\z")]
    private static partial Regex Pattern();
}
