using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace CSharpChef.Recipes;

/// <summary>What a rule of a property wants, where the author of the recipe has not written a message for it.</summary>
internal static class RuleWords
{
    /// <summary>The problem: <c>must be from 1 to 65535, and is 0</c>; null for a rule with its own message.</summary>
    public static string? Of(ValidationAttribute rule, object? value, bool hidesValue) =>
        rule.ErrorMessage != DefaultMessage(rule) || rule.ErrorMessageResourceName is not null ? null : rule switch
        {
            _ when rule.GetType().Namespace != typeof(ValidationAttribute).Namespace => null,
            RequiredAttribute => value is null ? "must be set" : "must not be empty",
            RangeAttribute range => $"must be {Limits(range)}, and is {Text(value, hidesValue)}",
            StringLengthAttribute { MinimumLength: > 0 } length =>
                $"must have {length.MinimumLength} to {Count(length.MaximumLength, "")}{Length(value)}",
            StringLengthAttribute length => $"must have at most {Count(length.MaximumLength, "")}{Length(value)}",
            RegularExpressionAttribute pattern => $"must match the pattern {pattern.Pattern}",
            MinLengthAttribute least => $"must have at least {Count(least.Length, value)}{Length(value)}",
            MaxLengthAttribute { Length: >= 0 } most => $"must have at most {Count(most.Length, value)}{Length(value)}",
            LengthAttribute both =>
                $"must have {both.MinimumLength} to {Count(both.MaximumLength, value)}{Length(value)}",
            AllowedValuesAttribute allowed => $"must be one of {Words(allowed.Values)}",
            DeniedValuesAttribute denied => $"must not be one of {Words(denied.Values)}",
            EmailAddressAttribute => "must be an e-mail address such as \"ops@example.com\"",
            UrlAttribute => "must be an address that begins with http://, https:// or ftp://",
            _ => null,
        };

    // Some rules have a message of the framework from the beginning; others make it when it is asked for.
    private static string? DefaultMessage(ValidationAttribute rule) => rule switch
    {
        AllowedValuesAttribute => new AllowedValuesAttribute("").ErrorMessage,
        DeniedValuesAttribute => new DeniedValuesAttribute("").ErrorMessage,
        EmailAddressAttribute => new EmailAddressAttribute().ErrorMessage,
        UrlAttribute => new UrlAttribute().ErrorMessage,
        _ => null,
    };

    private static string Limits(RangeAttribute range) => !range.MinimumIsExclusive && !range.MaximumIsExclusive
        ? $"from {Limit(range.Minimum)} to {Limit(range.Maximum)}"
        : $"{(range.MinimumIsExclusive ? "above" : "at least")} {Limit(range.Minimum)} and "
            + $"{(range.MaximumIsExclusive ? "below" : "at most")} {Limit(range.Maximum)}";

    private static string Limit(object limit) => Convert.ToString(limit, CultureInfo.InvariantCulture) ?? "";

    private static string Text(object? value, bool hidesValue) => value is string ? "another text"
        : hidesValue ? "another number"
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Words(object?[] values) => string.Join(
        ", ", values.Select(value => value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture)));

    private static string Count(int count, object? value) =>
        $"{count} {(value is string ? "character" : "item")}{(count == 1 ? "" : "s")}";

    private static string Length(object? value) => value switch
    {
        string text => $", and has {text.Length}",
        ICollection items => $", and has {items.Count}",
        _ => "",
    };
}
