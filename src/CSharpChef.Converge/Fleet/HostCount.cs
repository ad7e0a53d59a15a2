using System.Globalization;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Fleet;

/// <summary>A number of hosts, or a share of them, such as 5 or 10%.</summary>
internal sealed record HostCount(double Number, bool IsShare)
{
    private const NumberStyles Style = NumberStyles.AllowDecimalPoint;

    public static HostCount Zero { get; } = new(0, IsShare: false);

    /// <exception cref="UsageException">The text is neither a number nor a share.</exception>
    public static HostCount Parse(string option, string text)
    {
        var isShare = text.EndsWith('%');
        var isNumber =
            double.TryParse(isShare ? text[..^1] : text, Style, CultureInfo.InvariantCulture, out var number);
        return isNumber && (isShare ? number <= 100 : number <= int.MaxValue && double.IsInteger(number))
            ? new HostCount(number, isShare)
            : throw new UsageException(
                $"{option} {text}: write a number of hosts, like 5, or a share of them up to 100%, like 10%");
    }

    /// <summary>The share of this many hosts, not rounded; a number is returned as it is.</summary>
    public double Of(int hosts) => IsShare ? hosts * Number / 100 : Number;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}{(IsShare ? "%" : "")}");
}
