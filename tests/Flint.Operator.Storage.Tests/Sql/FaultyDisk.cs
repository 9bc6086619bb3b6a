using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLite;

namespace Flint.Operator.Storage.Tests.Sql;

/// <summary>
/// A disk that fills up or turns read-only under SQLite, for the files of one folder. SQLite lets a program replace the system
/// calls it makes on Unix; these ones refuse as the kernel would, in the middle of a write too. Windows has no such door, so
/// tests that need it ask <see cref="IsPossible"/> first.
/// </summary>
internal sealed class FaultyDisk : IDisposable
{
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int WritingFlags = 0x3;

    // Offsets of a sqlite3_vfs (sqlite.org/c3ref/vfs.html) where pointers have eight bytes.
    private const int SetCallAt = 144;
    private const int GetCallAt = 152;

    private static readonly ConcurrentDictionary<int, string> Paths = new();
    private static readonly ConcurrentDictionary<string, FaultyDisk> Disks = new(StringComparer.Ordinal);
    private static readonly OpenCall HookedOpen = Open;
    private static readonly WriteCall HookedWrite = Write;
    private static readonly OpenCall RealOpen;
    private static readonly WriteCall RealWrite;

    private readonly string _folder;
    private long _room = long.MaxValue;
    private int _refusals;

    static FaultyDisk()
    {
        RuntimeHelpers.RunClassConstructor(typeof(SQLiteConnection).TypeHandle);
        var vfs = sqlite3_vfs_find(0);
        var get = Marshal.GetDelegateForFunctionPointer<GetSystemCall>(Marshal.ReadIntPtr(vfs, GetCallAt));
        var set = Marshal.GetDelegateForFunctionPointer<SetSystemCall>(Marshal.ReadIntPtr(vfs, SetCallAt));
        var write = get(vfs, "pwrite64") == 0 ? "pwrite" : "pwrite64";
        RealOpen = Marshal.GetDelegateForFunctionPointer<OpenCall>(get(vfs, "open"));
        RealWrite = Marshal.GetDelegateForFunctionPointer<WriteCall>(get(vfs, write));
        Assert.Equal(0, set(vfs, "open", Marshal.GetFunctionPointerForDelegate(HookedOpen)));
        Assert.Equal(0, set(vfs, write, Marshal.GetFunctionPointerForDelegate(HookedWrite)));
    }

    public FaultyDisk(string folder)
    {
        _folder = folder + Path.DirectorySeparatorChar;
        Disks[_folder] = this;
    }

    private delegate nint GetSystemCall(nint vfs, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    private delegate int SetSystemCall(nint vfs, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, nint call);

    private delegate int OpenCall(nint path, int flags, int mode);

    private delegate nint WriteCall(int file, nint bytes, nint count, long at);

    public static bool IsPossible => !OperatingSystem.IsWindows() && nint.Size == 8;

    public bool IsReadOnly { get; set; }

    /// <summary>Writes to files whose names end so arrive as zeroes, and nobody is told.</summary>
    public string? LosesWritesTo { get; set; }

    /// <summary>How often something was refused: a test whose fault never struck has shown nothing.</summary>
    public int Refusals => Volatile.Read(ref _refusals);

    public void LeaveRoom(long bytes) => Interlocked.Exchange(ref _room, bytes);

    public void Free() => LeaveRoom(long.MaxValue);

    public void Dispose() => Disks.TryRemove(_folder, out _);

    private static FaultyDisk? Of(string? path) => path is null ? null : Disks.FirstOrDefault(disk => path.StartsWith(disk.Key, StringComparison.Ordinal)).Value;

    private static int Open(nint pathBytes, int flags, int mode)
    {
        var path = Marshal.PtrToStringUTF8(pathBytes)!;
        if (Of(path) is { IsReadOnly: true } disk && (flags & WritingFlags) != 0)
        {
            return (int)disk.Refuse(ReadOnlyFileSystem);
        }

        var file = RealOpen(pathBytes, flags, mode);
        if (file >= 0)
        {
            Paths[file] = path;
        }

        return file;
    }

    private static nint Write(int file, nint bytes, nint count, long at)
    {
        var path = Paths.GetValueOrDefault(file);
        if (Of(path) is not { } disk)
        {
            return RealWrite(file, bytes, count, at);
        }

        // Past the first page, which says that it is a database at all.
        if (disk.LosesWritesTo is { } lost && at > 0 && path!.EndsWith(lost, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref disk._refusals);
            var zeroes = Marshal.AllocHGlobal(count);
            Marshal.Copy(new byte[count], 0, zeroes, (int)count);
            var written = RealWrite(file, zeroes, count, at);
            Marshal.FreeHGlobal(zeroes);
            return written;
        }

        if (disk.IsReadOnly)
        {
            return disk.Refuse(ReadOnlyFileSystem);
        }

        // A kernel writes what fits and refuses the rest.
        var left = Interlocked.Add(ref disk._room, -count);
        var fits = (nint)Math.Clamp(left + count, 0, count);
        return fits == 0 ? disk.Refuse(NoSpace) : RealWrite(file, bytes, fits, at);
    }

    private nint Refuse(int error)
    {
        Interlocked.Increment(ref _refusals);
        Marshal.SetLastSystemError(error);
        return -1;
    }

    [DllImport("e_sqlite3")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern nint sqlite3_vfs_find(nint name);
}
