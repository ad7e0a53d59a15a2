using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Apps;

internal sealed record EnvironmentVariable
{
    [Description("Letters, digits and _, not starting with a digit; at most 64 characters.")]
    public required string Key { get; init; }

    [Description("At most 256 characters. The filtered text keeps the value of a secure variable.")]
    public required string Value { get; init; }

    [Description("Whether the value is secret: it is returned filtered. Default: false, or true for the filtered text.")]
    public bool? Secure { get; init; }
}
