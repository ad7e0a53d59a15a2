namespace CSharpChef.Testing;

internal enum InodeKind
{
    File,
    Directory,
    Link,
}
