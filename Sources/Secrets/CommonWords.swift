/// Words that passwords are commonly made of, in offices of Indonesia and everywhere: written down here by what people
/// choose (secrets, offices, places, names, faith, feelings, sports, keyboards), not taken from a list of stolen ones.
enum CommonWords {
    /// The longest first, so that `kalimantan` is taken out before `kali`.
    static let sorted: [[Character]] = all.map(Array.init).sorted { $0.count > $1.count }

    static let all: [String] = Array(
        Set(lines.split(whereSeparator: \.isWhitespace).map(String.init).filter { $0.count >= 3 }))

    private static let lines = """
        password passwort passwd passcode passphrase secret login logon signin welcome changeme default guest user
        username account access private public system server network internet computer laptop desktop windows linux
        android apple google facebook instagram twitter whatsapp telegram youtube tiktok gmail yahoo hotmail outlook
        admin administrator superuser root master manager operator support service test testing tester demo example
        sample temp temporary office backup database update letmein openup trustme iloveyou loveyou lovely forever
        sunshine princess dragon monkey shadow superman batman spiderman pokemon naruto football soccer baseball
        basketball badminton liverpool chelsea arsenal barcelona madrid juventus manchester united ronaldo messi michael
        jordan charlie thomas robert daniel jessica jennifer ashley summer winter spring autumn monday tuesday friday
        saturday sunday january february march april june july august september october november december hello hi
        computer freedom whatever nothing something starwars matrix cookie cheese flower butterfly angel diamond
        silver golden orange banana chocolate coffee mustang ferrari mercedes yamaha honda suzuki toyota kawasaki

        katasandi sandi rahasia rahasiaku rahasianegara kunci masuk keluar selamat datang selamatdatang buka tutup
        pengguna pemakai pengelola pegawai kantor dinas badan bidang bagian seksi kepala kabid kasi sekretaris
        sekretariat bendahara operator petugas staf pelaksana bupati camat lurah kades sekda gubernur presiden walikota
        kabupaten kecamatan kelurahan desa provinsi kota daerah pemerintah pemda pemkab pemprov negara republik
        indonesia merdeka pancasila garuda nusantara bhinneka proklamasi sukarno soekarno suharto jokowi prabowo
        kalimantan kalsel selatan banjar banjarmasin banjarbaru martapura barito kuala tapin hulu sungai tabalong
        tanah laut tanahbumbu tanahlaut balangan kotabaru barabai kandangan rantau marabahan pelaihari batulicin
        amuntai tanjung paringin saijaan sampanahan meratus dayak borneo jakarta bandung surabaya semarang jogja
        yogyakarta malang medan makassar palembang denpasar bali jawa sumatera sulawesi papua samarinda balikpapan
        keluarga kualitas lokus selaras bappeda bapperida bapplitbang dinkes dinsos disdik dukcapil puskesmas posyandu
        perempuan anak stunting gizi survei pendataan laporan rencana aksi intervensi data aplikasi sistem
        bismillah alhamdulillah assalamualaikum allahuakbar subhanallah masyaallah insyaallah muhammad ahmad abdullah
        allah islam muslim quran ramadhan ramadan lebaran idulfitri yesus kristus tuhan berkah barokah amanah ikhlas
        sabar syukur sholeh sholehah hidayah rahmat rahman rahim
        sayang sayangku cinta cintaku kasih kangen rindu bahagia senang gembira sukses semangat harapan impian doa
        kamu kita aku saya dia ibu bapak ayah mama papa bunda adik kakak nenek kakek suami istri anakku keluargaku
        teman sahabat pacar mantan jodoh nikah ganteng cantik manis imut keren hebat juara pemenang pejuang
        kucing anjing kelinci burung ikan ayam kambing sapi harimau singa gajah naga elang mawar melati anggrek
        bunga matahari bintang bulan langit bumi laut gunung pantai hujan pelangi merah putih biru hijau kuning hitam
        nasi goreng soto rendang bakso sate durian rambutan kelapa kopi susu roti coklat
        senin selasa rabu kamis jumat sabtu minggu januari februari maret mei juni juli agustus oktober nopember
        desember satu dua tiga empat lima enam tujuh delapan sembilan sepuluh tahun
        budi agus siti dewi sri wati putri putra rina rini yanti yanto joko slamet bambang hendra rudi andi dian
        nur fatimah aisyah zahra rizky rizki fitri fitria lestari wahyu eko yuli ratna indah permata cahaya
        persib persija persebaya arema barito putera bola sepakbola bulutangkis voli

        qwerty qwertyuiop qwertyu qwert werty asdfghjkl asdfgh asdf zxcvbnm zxcvbn zxcv qazwsx qazwsxedc wsxedc edcrfv
        qweasd qweasdzxc asdzxc poiuyt lkjhgf mnbvcx azerty onetwothree abcdef abcabc xyzxyz aaaaaa zzzzzz
        zaqwsx zaq xsw cde vfr qaz wsx edc rfv tgb yhn ujm qwe asd zxc 1q2w3e4r5t 1q2w3e4r 1q2w3e 1qaz 2wsx 3edc 4rfv
        q1w2e3r4t5 q1w2e3r4 q1w2e3 a1b2c3d4 a1b2c3 abc123 147258369 147258 159753 159357 357159 258456 741852963
        741852 963852741 123qwe 123abc 112233 121212 131313 101010 696969 007007 31415926 5201314 24680 13579 102030
        """
}
