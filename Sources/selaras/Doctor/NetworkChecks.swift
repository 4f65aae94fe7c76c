internal import Dispatch
internal import Glibc

/// Whether the service's name and place can be reached at all; what it then says is somebody else's to check.
struct NetworkChecks: Sendable {
    let url: String
    let timeout: Int

    func findings() async -> [Finding] {
        // The system's name service and connect wait; Swift's threads must not.
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "selaras.doctor").async { continuation.resume(returning: now()) }
        }
    }

    private func now() -> [Finding] {
        let place = Self.place(of: url)
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(place.host, String(place.port), &hints, &list)
        guard code == 0, let list else {
            let reason = String(cString: gai_strerror(code))
            return [
                .fail(
                    "dns", Phrase("\(place.host): \(reason)", "\(place.host): \(reason)"),
                    Phrase(
                        "periksa alamat layanan dan DNS jaringan ini",
                        "check the service's address and this network's DNS"))
            ]
        }
        defer { freeaddrinfo(list) }
        let found = Finding.ok("dns", Phrase(same: place.host))
        var failure: Int32 = 0
        var next: UnsafeMutablePointer<addrinfo>? = list
        while let address = next {
            failure = connect(address.pointee)
            if failure == 0 { return [found, .ok("connect", Phrase(same: "\(place.host):\(place.port)"))] }
            next = address.pointee.ai_next
        }
        let reason = String(cString: strerror(failure))
        return [
            found,
            .fail(
                "connect", Phrase(same: "\(place.host):\(place.port): \(reason)"),
                Phrase(
                    "periksa jaringan, tembok api, dan apakah layanan berjalan",
                    "check the network, the firewall, and whether the service runs")),
        ]
    }

    /// Zero, or the number of the error.
    private func connect(_ address: addrinfo) -> Int32 {
        let descriptor = socket(
            address.ai_family, address.ai_socktype | Int32(SOCK_NONBLOCK.rawValue), address.ai_protocol)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        if Glibc.connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 { return 0 }
        guard errno == EINPROGRESS else { return errno }
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&waiting, 1, Int32(timeout * 1000)) > 0 else { return ETIMEDOUT }
        var failure: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &failure, &size)
        return failure
    }

    /// `[::1]:8080` and `example.org` alike.
    static func place(of url: String) -> (host: String, port: Int) {
        let isSecure = url.lowercased().hasPrefix("https://")
        let rest = url.dropFirst(isSecure ? 8 : 7).prefix { $0 != "/" }
        let standard = isSecure ? 443 : 80
        if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
            let port = rest[end...].dropFirst(2)
            return (String(rest[rest.index(after: rest.startIndex)..<end]), Int(port) ?? standard)
        }
        let halves = rest.split(separator: ":", maxSplits: 1)
        return (String(halves.first ?? ""), halves.count == 2 ? Int(halves[1]) ?? standard : standard)
    }
}
