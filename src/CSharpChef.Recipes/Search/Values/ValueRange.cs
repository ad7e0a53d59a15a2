namespace CSharpChef.Recipes;

/// <summary>The values between two limits. A limit that is null is open.</summary>
internal sealed record ValueRange(string? Low, string? High) : IValueTest
{
    /// <summary>Whether the lower limit itself is in the range.</summary>
    public bool IncludesLow { get; init; }

    /// <summary>Whether the upper limit itself is in the range.</summary>
    public bool IncludesHigh { get; init; }

    public bool Accepts(SearchValue value) =>
        (Low is null || ValueOrder.Compare(value, Low) > (IncludesLow ? -1 : 0))
        && (High is null || ValueOrder.Compare(value, High) < (IncludesHigh ? 1 : 0));
}
