using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Apps;

internal sealed record EnvironmentVariable
{
    [Description("Letters, digits and _, not beginning with a digit; at most 64 characters.")]
    public required string Key { get; init; }

    [Description("At most 256 characters. Of a secure one, the filtered text leaves it as it is.")]
    public required string Value { get; init; }

    [Description("Whether it is read back filtered.")]
    public bool? Secure { get; init; }
}
