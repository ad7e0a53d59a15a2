using System.Reflection;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Operations;

/// <summary>An operation of the API.</summary>
internal abstract class Operation
{
    public const string OpsWorks = "OpsWorks_20130218";
    public const string Own = "CSharpChef_20261124";

    public string Name => GetType().Name;

    /// <summary>The prefix of the target: that of AWS OpsWorks, or our own for operations it did not have.</summary>
    public virtual string Prefix => OpsWorks;

    public string Target => $"{Prefix}.{Name}";

    /// <summary>The description for help and documentation.</summary>
    public string Description => GetType().GetCustomAttribute<DescriptionAttribute>()?.Text ?? "";

    /// <summary>The right that the caller needs.</summary>
    public abstract Right Right { get; }

    /// <summary>The shape of the request.</summary>
    public abstract StructureShape Input { get; }

    /// <summary>The shape of the response; null when it is empty.</summary>
    public abstract StructureShape? Output { get; }

    /// <summary>True for an operation that changes nothing.</summary>
    public abstract bool IsQuery { get; }

    /// <summary>Reads a request; a refusal names the member that is wrong.</summary>
    public abstract object Read(ReadOnlyMemory<byte> body);

    /// <summary>
    /// The stack that a request names, for the activity log of a call that is denied before it gets any document; null
    /// when it names none.
    /// </summary>
    public virtual string? StackOf(object request) => null;

    public abstract Task<object> RunAsync(object request, Call call);
}
