namespace CSharpChef.Converge.Plan;

internal enum ConvergeMode
{
    /// <summary>Tests every step, and acts where the node is not in the wanted state.</summary>
    Converge,

    /// <summary>Only tests. A step that would change the node counts as a change and sends its notifications.</summary>
    Plan,
}
